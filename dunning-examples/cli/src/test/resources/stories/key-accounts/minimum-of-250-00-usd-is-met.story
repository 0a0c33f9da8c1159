story minimum of 250.00 USD is met
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 250.00
2025-02-08 take account manager
2025-02-08 verdict wait
2025-02-08 look again on 2025-02-15
