story ladder[7].requires[1] is true
customer C-1
invoice INV-1, issued 2025-01-10, due 2025-02-09, currency EUR, amount 10000.00
2025-05-10 take first letter, by letter, tone firm, grants 2025-05-20, charges 197.26 EUR
2025-05-21 take call, by phone, tone firm
2025-06-09 take visit, by visit
2025-06-24 take settlement, by letter, offers 8236.72 EUR
2025-07-09 take payment plan, by letter
2025-07-24 take last letter, by letter, tone final, grants 2025-08-07
2025-08-08 approve court
2025-08-08 take court
2025-08-08 verdict exhausted
