story verdict exhausted
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
invoice INV-2, issued 2025-01-15, due 2025-02-14, currency EUR, amount 1000.00
2025-02-08 take friendly reminder, invoice INV-1, by email, tone friendly
2025-02-17 take friendly reminder, invoice INV-2, by email, tone friendly
2025-02-24 take first notice, invoice INV-1, by email, tone firm, grants 2025-03-06
2025-03-03 take first notice, invoice INV-2, by email, tone firm, grants 2025-03-13
2025-03-10 take call, invoice INV-1, by phone
2025-03-17 take call, invoice INV-2, by phone
2025-03-24 take final demand, invoice INV-1, by letter, tone final, grants 2025-04-07
2025-03-31 take final demand, invoice INV-2, by letter, tone final, grants 2025-04-14
2025-05-06 approve agency, invoice INV-1
2025-05-06 take agency, invoice INV-1
2025-05-15 approve agency, invoice INV-2
2025-05-15 take agency, invoice INV-2
2025-05-15 verdict exhausted, invoice INV-1
2025-05-15 verdict exhausted, invoice INV-2
