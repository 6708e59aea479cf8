"""Positive judgements: which accesses to a shared place do harm, and what shows it.  Reasons for silence are in
`rules.benign`; an access does harm if and only if no benign reason holds and positive evidence exists."""
