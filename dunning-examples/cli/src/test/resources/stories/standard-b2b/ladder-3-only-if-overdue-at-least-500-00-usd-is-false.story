story ladder[3].only if "overdue at least 500.00 USD" is false
customer C-1
invoice INV-1, issued 2025-01-10, due 2025-02-09, currency EUR, amount 1000.00
2025-02-12 take friendly reminder, by email, tone friendly
2025-02-23 take first notice, by email, tone firm, grants 2025-03-05
2025-03-11 take call, by phone
2025-03-11 verdict wait
2025-03-11 look again on 2025-03-21
