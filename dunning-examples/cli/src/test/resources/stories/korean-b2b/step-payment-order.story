story step "payment order"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency KRW, amount 2000000
2025-02-08 take reminder, by email, tone friendly
2025-02-19 take call, by phone, tone neutral
2025-03-07 take notice, by letter, tone firm, grants 2025-03-17, charges 9863 KRW
2025-04-06 take certified demand, by letter, tone final, grants 2025-04-20, charges 9863 KRW
2025-04-21 approve payment order
2025-04-21 take payment order
2025-04-21 verdict exhausted
