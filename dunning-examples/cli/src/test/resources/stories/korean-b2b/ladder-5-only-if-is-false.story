story ladder[5].only if is false
customer C-1, without letter
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency KRW, amount 2000000
2025-02-08 take reminder, by email, tone friendly
2025-02-19 take call, by phone, tone neutral
2025-02-20 payment, invoice INV-1, amount 1990001
2025-02-20 verdict exhausted
