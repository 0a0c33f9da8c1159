story verdict exhausted
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
invoice INV-2, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-10 take reminder, invoice INV-1, by email, tone friendly
2025-02-17 take reminder, invoice INV-2, by email, tone friendly
2025-02-24 take call, invoice INV-1, by phone, tone friendly
2025-03-03 take notice, invoice INV-1, by letter, tone neutral
2025-03-10 take call, invoice INV-2, by phone, tone friendly
2025-03-17 take last letter, invoice INV-1, by letter, tone firm, grants 2025-03-31
2025-03-24 take notice, invoice INV-2, by letter, tone neutral
2025-03-31 take last letter, invoice INV-2, by letter, tone firm, grants 2025-04-14
2025-04-01 take lawyer, invoice INV-1
2025-04-15 take lawyer, invoice INV-2
2025-04-15 verdict exhausted, invoice INV-1
2025-04-15 verdict exhausted, invoice INV-2
