story minimum of 10000 KRW is not met
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency KRW, amount 9999
2025-02-06 verdict wait
