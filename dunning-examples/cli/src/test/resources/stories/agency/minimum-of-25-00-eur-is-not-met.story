story minimum of 25.00 EUR is not met
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 24.99
2025-02-06 verdict wait
