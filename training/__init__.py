"""Training of Onrecord's encoder and heads: prepared word pieces in, a checkpoint out."""
