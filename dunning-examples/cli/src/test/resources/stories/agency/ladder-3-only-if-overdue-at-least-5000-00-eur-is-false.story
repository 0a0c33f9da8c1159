story ladder[3].only if "overdue at least 5000.00 EUR" is false
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 10000.00
2025-05-06 take first letter, by letter, tone firm, grants 2025-05-16, charges 197.26 USD
2025-05-19 take call, by phone, tone firm
2025-06-05 take visit, by visit
2025-06-05 verdict wait
2025-06-05 look again on 2025-06-15
