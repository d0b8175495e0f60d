"""What happened, what is planned, what is denied."""
