story verdict exhausted
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency KRW, amount 2000000
invoice INV-2, issued 2025-01-06, due 2025-02-05, currency KRW, amount 2000000
2025-02-08 take reminder, invoice INV-1, by email, tone friendly
2025-02-15 take reminder, invoice INV-2, by email, tone friendly
2025-02-24 take call, invoice INV-1, by phone, tone neutral
2025-03-03 take call, invoice INV-2, by phone, tone neutral
2025-03-10 take notice, invoice INV-1, by letter, tone firm, grants 2025-03-20, charges 10849 KRW
2025-03-17 take notice, invoice INV-2, by letter, tone firm, grants 2025-03-27, charges 13150 KRW
2025-04-06 take certified demand, invoice INV-1, by letter, tone final, grants 2025-04-20, charges 8877 KRW
2025-04-13 take certified demand, invoice INV-2, by letter, tone final, grants 2025-04-27, charges 8877 KRW
2025-04-21 approve payment order, invoice INV-1
2025-04-21 take payment order, invoice INV-1
2025-04-28 approve payment order, invoice INV-2
2025-04-28 take payment order, invoice INV-2
2025-04-28 verdict exhausted, invoice INV-1
2025-04-28 verdict exhausted, invoice INV-2
