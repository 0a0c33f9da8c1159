story verdict exhausted
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
invoice INV-2, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-12 take reminder, invoice INV-1, by email, tone friendly
2025-02-22 take reminder, invoice INV-2, by email, tone friendly
2025-03-04 take second reminder, invoice INV-1, by letter, tone neutral
2025-03-14 take payment plan, invoice INV-1, by letter, tone neutral
2025-03-24 take second reminder, invoice INV-2, by letter, tone neutral
2025-04-03 take notice, invoice INV-1, by letter, tone firm, grants 2025-04-17
2025-04-13 take payment plan, invoice INV-2, by letter, tone neutral
2025-04-18 approve agency, invoice INV-1
2025-04-18 take agency, invoice INV-1
2025-04-23 take notice, invoice INV-2, by letter, tone firm, grants 2025-05-07
2025-04-23 verdict exhausted, invoice INV-1
2025-04-23 verdict wait, invoice INV-2
2025-04-23 look again on 2025-05-08, invoice INV-2
