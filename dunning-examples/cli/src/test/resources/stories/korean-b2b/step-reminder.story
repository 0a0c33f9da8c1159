story step "reminder"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency KRW, amount 2000000
2025-02-08 take reminder, by email, tone friendly
2025-02-08 verdict wait
2025-02-08 look again on 2025-02-19
