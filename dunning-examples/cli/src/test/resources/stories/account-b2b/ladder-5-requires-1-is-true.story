story ladder[5].requires[1] is true
customer C-1
invoice INV-1, issued 2025-01-29, due 2025-02-28, currency EUR, amount 1000.00
2025-03-05 take statement, by email
2025-03-20 take notice, by letter
2025-03-30 take call, by phone
2025-04-14 take stop supply, by letter
2025-05-29 approve agency
2025-05-29 take agency
2025-05-29 verdict exhausted
