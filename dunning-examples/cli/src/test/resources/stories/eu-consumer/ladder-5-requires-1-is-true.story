story ladder[5].requires[1] is true
customer C-1
invoice INV-1, issued 2025-01-10, due 2025-02-09, currency EUR, amount 1000.00
2025-02-16 take reminder, by email, tone friendly
2025-03-02 take second reminder, by letter, tone neutral
2025-03-16 take payment plan, by letter, tone neutral
2025-04-06 take notice, by letter, tone firm, grants 2025-04-20
2025-04-21 approve agency
2025-04-21 take agency
2025-04-21 verdict exhausted
