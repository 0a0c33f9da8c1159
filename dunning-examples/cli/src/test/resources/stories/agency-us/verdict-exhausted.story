story verdict exhausted
customer C-1, without email
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 1000.00
2025-02-06 take validation information, by letter
2025-02-13 take first call, by phone
2025-02-20 take second call, by phone
2025-02-27 take notice, by letter
2025-02-28 not-delivered, invoice INV-1, step second call, channel phone
2025-02-28 verdict exhausted
