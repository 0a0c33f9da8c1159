story step "letter to the owner"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-08 take account manager
2025-02-15 take statement, by email, tone friendly
2025-02-25 take call, by phone, tone friendly
2025-03-17 take letter to the owner, by letter, tone neutral, grants 2025-03-31
2025-03-17 verdict wait
2025-03-17 look again on 2025-04-01
