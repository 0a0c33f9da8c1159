story hold settlement offered
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 10000.00
invoice INV-2, issued 2025-01-06, due 2025-02-05, currency EUR, amount 10000.00
2025-05-06 take first letter, invoice INV-1, by letter, tone firm, grants 2025-05-16, charges 197.26 EUR
2025-05-13 take first letter, invoice INV-2, by letter, tone firm, grants 2025-05-23, charges 212.60 EUR
2025-05-20 take call, invoice INV-1, by phone, tone firm
2025-05-27 take call, invoice INV-2, by phone, tone firm
2025-06-05 take visit, invoice INV-1, by visit
2025-06-12 take visit, invoice INV-2, by visit
2025-06-20 take settlement, invoice INV-1, by letter, offers 8236.72 EUR
2025-06-27 take settlement, invoice INV-2, by letter, offers 8248.99 EUR
2025-06-27 verdict hold, invoice INV-1
2025-06-27 look again on 2025-07-05, invoice INV-1
2025-06-27 verdict hold, invoice INV-2
2025-06-27 look again on 2025-07-12, invoice INV-2
