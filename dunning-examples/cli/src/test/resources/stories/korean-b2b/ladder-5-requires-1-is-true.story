story ladder[5].requires[1] is true
customer C-1
invoice INV-1, issued 2025-01-10, due 2025-02-09, currency KRW, amount 2000000
2025-02-12 take reminder, by email, tone friendly
2025-02-24 take call, by phone, tone neutral
2025-03-11 take notice, by letter, tone firm, grants 2025-03-21, charges 9863 KRW
2025-04-10 take certified demand, by letter, tone final, grants 2025-04-24, charges 9863 KRW
2025-04-25 approve payment order
2025-04-25 take payment order
2025-04-25 verdict exhausted
