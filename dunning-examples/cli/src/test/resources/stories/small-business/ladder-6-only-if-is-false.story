story ladder[6].only if is false
customer C-1, without letter
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-10 take reminder, by email, tone friendly
2025-02-20 take call, by phone, tone friendly
2025-02-21 payment, invoice INV-1, amount 800.01
2025-02-21 verdict exhausted
