story step "second call"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 1000.00
2025-02-06 take validation information, by letter, tone neutral
2025-02-15 take first call, by phone, tone neutral
2025-02-25 take second call, by phone, tone neutral
2025-02-25 verdict wait
2025-02-25 look again on 2025-03-17
