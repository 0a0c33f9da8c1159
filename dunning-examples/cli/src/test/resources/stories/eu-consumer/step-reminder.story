story step "reminder"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-12 take reminder, by email, tone friendly
2025-02-12 verdict wait
2025-02-12 look again on 2025-02-26
