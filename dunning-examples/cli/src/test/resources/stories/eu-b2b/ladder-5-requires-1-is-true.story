story ladder[5].requires[1] is true
customer C-1
invoice INV-1, issued 2025-01-10, due 2025-02-09, currency EUR, amount 1000.00
2025-02-12 take friendly reminder, by email, tone friendly
2025-02-23 take first notice, by email, tone firm, grants 2025-03-05, charges 44.28 EUR
2025-03-11 take call, by phone
2025-03-21 take final demand, by letter, tone final, grants 2025-04-04, charges 7.94 EUR
2025-04-05 approve agency
2025-04-05 take agency
2025-04-05 verdict exhausted
