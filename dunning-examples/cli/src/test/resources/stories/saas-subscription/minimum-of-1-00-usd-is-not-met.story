story minimum of 1.00 USD is not met
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 0.99
2025-02-06 verdict wait
