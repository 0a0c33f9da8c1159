story hold settlement offered
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 1000.00
invoice INV-2, issued 2025-01-06, due 2025-02-05, currency USD, amount 1000.00
2025-02-06 take validation information, invoice INV-1, by letter, tone neutral
2025-02-09 take validation information, invoice INV-2, by letter, tone neutral
2025-02-15 take first call, invoice INV-1, by phone, tone neutral
2025-02-18 take first call, invoice INV-2, by phone, tone neutral
2025-02-25 take second call, invoice INV-1, by phone, tone neutral
2025-02-28 take second call, invoice INV-2, by phone, tone neutral
2025-03-17 take payment plan, invoice INV-1, by letter, tone neutral
2025-03-20 take payment plan, invoice INV-2, by letter, tone neutral
2025-04-21 take settlement, invoice INV-1, by letter, offers 800.00 USD
2025-04-24 take settlement, invoice INV-2, by letter, offers 800.00 USD
2025-04-24 verdict hold, invoice INV-1
2025-04-24 look again on 2025-05-22, invoice INV-1
2025-04-24 verdict hold, invoice INV-2
2025-04-24 look again on 2025-05-25, invoice INV-2
