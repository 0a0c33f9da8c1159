story minimum of 25.00 USD is met
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 25.00
2025-05-06 take first letter, by letter, tone firm, grants 2025-05-16, charges 0.49 USD
2025-05-06 verdict wait
2025-05-06 look again on 2025-05-17
