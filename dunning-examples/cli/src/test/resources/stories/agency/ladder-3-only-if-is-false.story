story ladder[3].only if is false
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 4999.99
2025-05-06 take first letter, by letter, tone firm, grants 2025-05-16, charges 98.63 USD
2025-05-19 take call, by phone, tone firm
2025-06-20 take settlement, by letter, offers 4118.35 USD
2025-06-20 verdict hold
2025-06-20 look again on 2025-07-05
