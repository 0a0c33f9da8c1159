story ladder[6].only if is true
customer C-1
invoice INV-1, issued 2025-01-10, due 2025-02-09, currency EUR, amount 1000.00
2025-02-14 take reminder, by email, tone friendly
2025-02-24 take call, by phone, tone friendly
2025-03-06 take notice, by letter, tone neutral
2025-03-21 take last letter, by letter, tone firm, grants 2025-04-04
2025-04-05 take lawyer
2025-04-05 verdict exhausted
