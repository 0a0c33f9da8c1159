story minimum of 10.00 USD is met
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 10.00
2025-02-02 take heads-up, by email
2025-02-02 verdict not due
2025-02-02 look again on 2025-02-06
