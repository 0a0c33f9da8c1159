story ladder[5].only if is true
customer C-1
invoice INV-1, issued 2025-01-29, due 2025-02-28, currency USD, amount 1000.00
2025-03-01 take validation information, by letter, tone neutral
2025-03-10 take first call, by phone, tone neutral
2025-03-20 take second call, by phone, tone neutral
2025-04-09 take payment plan, by letter, tone neutral
2025-05-14 take settlement, by letter, offers 800.00 USD
2025-05-14 verdict hold
2025-05-14 look again on 2025-06-14
