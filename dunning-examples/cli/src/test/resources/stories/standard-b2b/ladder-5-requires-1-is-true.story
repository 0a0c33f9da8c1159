story ladder[5].requires[1] is true
customer C-1
invoice INV-1, issued 2025-01-29, due 2025-02-28, currency EUR, amount 1000.00
2025-03-03 take friendly reminder, by email, tone friendly
2025-03-14 take first notice, by email, tone firm, grants 2025-03-24
2025-03-30 take call, by phone
2025-04-11 take final demand, by letter, tone final, grants 2025-04-25
2025-05-29 approve agency
2025-05-29 take agency
2025-05-29 verdict exhausted
