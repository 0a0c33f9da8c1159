story ladder[5].requires[1] is false
customer C-1, without letter
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-08 take friendly reminder, by email, tone friendly
2025-02-19 take first notice, by email, tone firm, grants 2025-03-01, charges 44.28 EUR
2025-03-07 take call, by phone
2025-04-03 verdict wait
