story step "payment plan"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 10000.00
2025-05-06 take first letter, by letter, tone firm, grants 2025-05-16, charges 197.26 EUR
2025-05-19 take call, by phone, tone firm
2025-06-05 take visit, by visit
2025-06-20 take settlement, by letter, offers 8236.72 EUR
2025-07-05 take payment plan, by letter
2025-07-05 verdict wait
2025-07-05 look again on 2025-07-20
