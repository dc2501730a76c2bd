"""What is sent: read, compared with what is published, certified, published, taken back."""
