story step "last notice"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-06 take reminder, by email, tone friendly
2025-02-10 take second reminder, by email, tone neutral
2025-02-15 take notice of suspension, by email, tone firm, grants 2025-02-19
2025-02-20 take suspension, by email
2025-03-07 take last notice, by email, tone final, grants 2025-03-21
2025-03-07 verdict wait
2025-03-07 look again on 2025-03-22
