story verdict wait
customer C-1
invoice INV-1, issued 2025-01-29, due 2025-02-28, currency EUR, amount 1000.00
2025-03-01 verdict wait
2025-03-01 look again on 2025-03-05
