story step "court"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 10000.00
2025-05-06 take first letter, by letter, tone firm, grants 2025-05-16, charges 197.26 EUR
2025-05-19 take call, by phone, tone firm
2025-06-05 take visit, by visit
2025-06-20 take settlement, by letter, offers 8236.72 EUR
2025-07-05 take payment plan, by letter
2025-07-20 take last letter, by letter, tone final, grants 2025-08-03
2025-08-04 approve court
2025-08-04 take court
2025-08-04 verdict exhausted
