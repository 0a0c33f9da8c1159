story step "second call"
customer C-1, kind consumer
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 1000.00
2025-02-06 take validation information, by letter
2025-02-13 take first call, by phone
2025-02-15 take second call, by phone
2025-02-15 verdict wait
2025-02-15 look again on 2025-02-19
