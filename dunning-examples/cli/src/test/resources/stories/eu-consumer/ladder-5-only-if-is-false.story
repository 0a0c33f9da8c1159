story ladder[5].only if is false
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 50.01
2025-02-12 take reminder, by email, tone friendly
2025-02-26 take second reminder, by letter, tone neutral
2025-03-12 take payment plan, by letter, tone neutral
2025-04-02 take notice, by letter, tone firm, grants 2025-04-16
2025-04-03 payment, invoice INV-1, amount 25.00
2025-04-03 verdict exhausted
