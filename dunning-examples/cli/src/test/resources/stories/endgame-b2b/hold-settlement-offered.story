story hold settlement offered
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
invoice INV-2, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-08 take friendly reminder, invoice INV-1, by email, tone neutral
2025-02-15 take friendly reminder, invoice INV-2, by email, tone neutral
2025-02-22 take first notice, invoice INV-1, by email
2025-03-01 take first notice, invoice INV-2, by email
2025-03-08 take plan, invoice INV-1, by email
2025-03-15 take plan, invoice INV-2, by email
2025-03-22 take final demand, invoice INV-1, by letter
2025-03-29 take final demand, invoice INV-2, by letter
2025-04-21 take settlement, invoice INV-1, by letter, offers 700.00 EUR
2025-04-28 take settlement, invoice INV-2, by letter, offers 700.00 EUR
2025-04-28 verdict hold, invoice INV-1
2025-04-28 look again on 2025-05-06, invoice INV-1
2025-04-28 verdict hold, invoice INV-2
2025-04-28 look again on 2025-05-13, invoice INV-2
