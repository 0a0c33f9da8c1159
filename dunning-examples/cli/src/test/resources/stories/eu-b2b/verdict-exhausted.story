story verdict exhausted
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
invoice INV-2, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-08 take friendly reminder, invoice INV-1, by email, tone friendly
2025-02-15 take friendly reminder, invoice INV-2, by email, tone friendly
2025-02-22 take first notice, invoice INV-1, by email, tone firm, grants 2025-03-04, charges 45.19 EUR
2025-03-01 take first notice, invoice INV-2, by email, tone firm, grants 2025-03-11, charges 47.33 EUR
2025-03-08 take call, invoice INV-1, by phone
2025-03-15 take call, invoice INV-2, by phone
2025-03-22 take final demand, invoice INV-1, by letter, tone final, grants 2025-04-05, charges 8.56 EUR
2025-03-29 take final demand, invoice INV-2, by letter, tone final, grants 2025-04-12, charges 8.55 EUR
2025-04-06 approve agency, invoice INV-1
2025-04-06 take agency, invoice INV-1
2025-04-13 approve agency, invoice INV-2
2025-04-13 take agency, invoice INV-2
2025-04-13 verdict exhausted, invoice INV-1
2025-04-13 verdict exhausted, invoice INV-2
