story ladder[3].only if "overdue at least 500.00 USD" is true
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 500.00
2025-02-08 take friendly reminder, by email, tone friendly
2025-02-19 take first notice, by email, tone firm, grants 2025-03-01, charges 2.14 USD
2025-03-07 take call, by phone
2025-03-07 verdict wait
2025-03-07 look again on 2025-03-19
