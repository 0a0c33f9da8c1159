story ladder[5].only if is false
customer C-1, without letter
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-12 take reminder, by email, tone friendly
2025-02-26 take second reminder, by email, tone neutral
2025-03-12 take payment plan, by email, tone neutral
2025-03-13 payment, invoice INV-1, amount 950.01
2025-03-13 verdict exhausted
