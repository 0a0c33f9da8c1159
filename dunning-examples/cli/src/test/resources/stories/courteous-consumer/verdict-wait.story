story verdict wait
customer C-1
invoice INV-1, issued 2025-01-10, due 2025-02-09, currency EUR, amount 1000.00
2025-02-06 take heads-up, by email
2025-02-15 verdict wait
2025-02-15 look again on 2025-02-16
