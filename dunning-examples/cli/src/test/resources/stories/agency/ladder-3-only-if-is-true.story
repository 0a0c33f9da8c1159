story ladder[3].only if is true
customer C-1
invoice INV-1, issued 2025-01-10, due 2025-02-09, currency EUR, amount 10000.00
2025-05-10 take first letter, by letter, tone firm, grants 2025-05-20, charges 197.26 EUR
2025-05-21 take call, by phone, tone firm
2025-06-09 take visit, by visit
2025-06-09 verdict wait
2025-06-09 look again on 2025-06-19
