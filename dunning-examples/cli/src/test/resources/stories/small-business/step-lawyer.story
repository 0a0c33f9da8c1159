story step "lawyer"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-10 take reminder, by email, tone friendly
2025-02-20 take call, by phone, tone friendly
2025-03-02 take notice, by letter, tone neutral
2025-03-17 take last letter, by letter, tone firm, grants 2025-03-31
2025-04-01 take lawyer
2025-04-01 verdict exhausted
